-- The members of an Orleans cluster. Orleans reads its statements from OrleansQuery by key and binds parameters and
-- columns by name (AdoNet clustering provider 10.4); tables and statements are ours. Every change of the membership moves
-- the cluster's version by one in the same statement, which is what keeps two nodes from deciding at once.
CREATE TABLE OrleansQuery (
  QueryKey varchar(64) PRIMARY KEY,
  QueryText varchar(8000) NOT NULL
);

CREATE TABLE cluster_version (
  cluster text PRIMARY KEY,
  version int NOT NULL DEFAULT 0,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE cluster_member (
  cluster text NOT NULL REFERENCES cluster_version,
  address text NOT NULL,
  port int NOT NULL,
  generation int NOT NULL,
  silo_name text NOT NULL,
  host_name text NOT NULL,
  -- Orleans' SiloStatus: 2 joining, 3 active, 4 and 5 leaving, 6 dead.
  status int NOT NULL,
  proxy_port int,
  suspect_times text,
  start_time timestamptz(3) NOT NULL,
  i_am_alive_time timestamptz(3) NOT NULL,
  PRIMARY KEY (cluster, address, port, generation)
);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('InsertMembershipVersionKey', '
WITH added AS (
  INSERT INTO cluster_version (cluster) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
SELECT count(*)::int FROM added'),
('InsertMembershipKey', '
WITH moved AS (
  UPDATE cluster_version SET version = version + 1, changed_at = clock_timestamp()
  WHERE cluster = @DeploymentId AND version = @Version AND NOT EXISTS (
    SELECT 1 FROM cluster_member
    WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
  RETURNING cluster),
added AS (
  INSERT INTO cluster_member (cluster, address, port, generation, silo_name, host_name, status, proxy_port, start_time, i_am_alive_time)
  SELECT cluster, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM moved
  RETURNING 1)
SELECT count(*)::int FROM added'),
('UpdateMembershipKey', '
WITH moved AS (
  UPDATE cluster_version SET version = version + 1, changed_at = clock_timestamp()
  WHERE cluster = @DeploymentId AND version = @Version AND EXISTS (
    SELECT 1 FROM cluster_member
    WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
  RETURNING cluster),
changed AS (
  UPDATE cluster_member AS member
  SET status = @Status, suspect_times = @SuspectTimes, i_am_alive_time = greatest(member.i_am_alive_time, @IAmAliveTime)
  FROM moved
  WHERE member.cluster = moved.cluster AND address = @Address AND port = @Port AND generation = @Generation
  RETURNING 1)
SELECT count(*)::int FROM changed'),
('UpdateIAmAlivetimeKey', '
UPDATE cluster_member SET i_am_alive_time = @IAmAliveTime
WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation'),
('MembershipReadRowKey', '
SELECT v.cluster AS "DeploymentId", address AS "Address", port AS "Port", generation AS "Generation", silo_name AS "SiloName",
  host_name AS "HostName", status AS "Status", proxy_port AS "ProxyPort", suspect_times AS "SuspectTimes",
  start_time AS "StartTime", i_am_alive_time AS "IAmAliveTime", version AS "Version"
FROM cluster_version v LEFT JOIN cluster_member m
  ON m.cluster = v.cluster AND address = @Address AND port = @Port AND generation = @Generation
WHERE v.cluster = @DeploymentId'),
('MembershipReadAllKey', '
SELECT v.cluster AS "DeploymentId", address AS "Address", port AS "Port", generation AS "Generation", silo_name AS "SiloName",
  host_name AS "HostName", status AS "Status", proxy_port AS "ProxyPort", suspect_times AS "SuspectTimes",
  start_time AS "StartTime", i_am_alive_time AS "IAmAliveTime", version AS "Version"
FROM cluster_version v LEFT JOIN cluster_member m ON m.cluster = v.cluster
WHERE v.cluster = @DeploymentId'),
('DeleteMembershipTableEntriesKey', '
WITH gone AS (DELETE FROM cluster_member WHERE cluster = @DeploymentId)
DELETE FROM cluster_version WHERE cluster = @DeploymentId'),
('CleanupDefunctSiloEntriesKey', '
DELETE FROM cluster_member
WHERE cluster = @DeploymentId AND status = 6 AND i_am_alive_time < @IAmAliveTime AND start_time < @IAmAliveTime'),
('GatewaysQueryKey', '
SELECT address AS "Address", proxy_port AS "ProxyPort", generation AS "Generation"
FROM cluster_member WHERE cluster = @DeploymentId AND status = @Status AND proxy_port > 0');
