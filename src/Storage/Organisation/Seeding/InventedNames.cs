namespace PartyRealtime.Storage.Organisation.Seeding;

/// <summary>Invents names of people from common parts. They name nobody.</summary>
internal static class InventedNames
{
    // Repeated entries are weights: a third of all people are called Nguyễn.
    private static readonly string[] Families =
    [
        "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Phạm", "Hoàng",
        "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Mai", "Lò", "Vàng", "Y",
    ];

    private static readonly string[] MiddlesOfMen = ["Văn", "Đức", "Hữu", "Minh", "Quang", "Thành", "Xuân", "Đình", "Công", "Bá"];

    private static readonly string[] MiddlesOfWomen = ["Thị", "Thu", "Ngọc", "Thị Kim", "Thanh", "Phương", "Bích", "Diệu", "Thị Mỹ"];

    private static readonly string[] Men =
    [
        "An", "Bình", "Cường", "Dũng", "Dương", "Đạt", "Đông", "Giang", "Hải", "Hiếu", "Hoà", "Hùng", "Huy", "Khánh", "Kiên", "Lâm",
        "Long", "Lợi", "Mạnh", "Nam", "Nghĩa", "Phong", "Phúc", "Quân", "Quý", "Sơn", "Tài", "Tâm", "Thắng", "Thiện", "Thịnh",
        "Tiến", "Toàn", "Trung", "Tuấn", "Tùng", "Việt", "Vinh", "Vỹ", "Ý",
    ];

    private static readonly string[] Women =
    [
        "Ánh", "Châu", "Chi", "Dung", "Duyên", "Đào", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hồng", "Huệ", "Hương", "Lan", "Liên",
        "Linh", "Loan", "Lý", "Mai", "My", "Nga", "Ngân", "Nhung", "Oanh", "Quỳnh", "Tâm", "Thảo", "Thoa", "Thủy", "Thúy", "Trang",
        "Tuyết", "Uyên", "Vân", "Xuân", "Yến", "Đường", "Ái", "Ân",
    ];

    public static string Next(SeededRandom random)
    {
        var isWoman = random.Next(2) == 0;
        var family = Families[random.Next(Families.Length)];
        return isWoman
            ? $"{family} {Pick(random, MiddlesOfWomen)} {Pick(random, Women)}"
            : $"{family} {Pick(random, MiddlesOfMen)} {Pick(random, Men)}";
    }

    private static string Pick(SeededRandom random, string[] from) => from[random.Next(from.Length)];
}
