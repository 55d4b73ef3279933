/*
 * The time of day of one process: apart from the machine's by as many seconds as stand in the first eight bytes of the file
 * that SET_CLOCK names, at any moment. The monotonic clock is the machine's. Loaded before the C library (LD_PRELOAD); it
 * includes no header, so that a compiler alone suffices, and so it is for 64-bit Linux.
 */
typedef struct { long seconds, rest; } moment;

extern char *getenv(const char *);
extern int open(const char *, int, ...);
extern void *mmap(void *, unsigned long, int, int, int, long);
extern void *dlsym(void *, const char *);

enum { REALTIME = 0, REALTIME_COARSE = 5, READ = 1, SHARED = 1 };

static int (*volatile machine)(int, moment *);
static volatile long *volatile apart;
static long none;

/* Twice at worst, with the same result. */
static void begin(void)
{
    char *file = getenv("SET_CLOCK");
    int open_file = file ? open(file, 0) : -1;
    void *mapped = open_file < 0 ? (void *)-1 : mmap(0, sizeof(long), READ, SHARED, open_file, 0);
    apart = mapped == (void *)-1 ? &none : mapped;
    machine = (int (*)(int, moment *))dlsym((void *)-1, "clock_gettime");
}

int clock_gettime(int clock, moment *now)
{
    int failed;
    if (!machine)
        begin();
    failed = machine(clock, now);
    if (!failed && (clock == REALTIME || clock == REALTIME_COARSE))
        now->seconds += *apart;
    return failed;
}

int gettimeofday(moment *now, void *zone)
{
    (void)zone;
    clock_gettime(REALTIME, now);
    now->rest /= 1000;
    return 0;
}

long time(long *seconds)
{
    moment now;
    clock_gettime(REALTIME, &now);
    if (seconds)
        *seconds = now.seconds;
    return now.seconds;
}
