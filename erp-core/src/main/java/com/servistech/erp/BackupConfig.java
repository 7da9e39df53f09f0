package com.servistech.erp;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where backups go and as whom they are made.
 *
 * @param host of PostgreSQL itself, not of a transaction pooler
 * @param backupPassword of erp_backup
 * @param restorePassword of erp_restore; empty where nothing is proven or restored
 * @param programs the folder of pg_dump, psql and pg_restore; empty for those of PATH
 * @param folder on this computer
 * @param bucket on another one
 * @param key signs manifests
 * @param encryptionKey encrypts the data, 64 hexadecimal digits; empty for none
 */
public record BackupConfig(
        String host,
        int port,
        String database,
        String backupPassword,
        Optional<String> restorePassword,
        Optional<Path> programs,
        Optional<Path> folder,
        Optional<Bucket> bucket,
        String key,
        Optional<String> encryptionKey) {

    /** Amazon's S3, or at an endpoint one that speaks like it. */
    public record Bucket(
            String name,
            String prefix,
            String region,
            Optional<URI> endpoint,
            Optional<String> accessKey,
            Optional<String> secretKey) {
        @Override
        public String toString() {
            return name + "/" + prefix;
        }
    }

    private static final String PREFIX = "servistech_erp";
    private static final String REGION = "us-east-1";
    private static final int SHORTEST_KEY = 32;

    /** @return null where neither a folder nor a bucket is named: there are no backups then */
    static BackupConfig from(Map<String, String> environment, DatabaseConfig database, List<String> problems) {
        Optional<Path> folder = text(environment, "ERP_BACKUP_DIR").map(Path::of);
        Optional<String> bucket = text(environment, "ERP_BACKUP_BUCKET");
        if (folder.isEmpty() && bucket.isEmpty()) {
            return null;
        }
        String key = text(environment, "ERP_BACKUP_KEY").orElse("");
        if (key.length() < SHORTEST_KEY) {
            problems.add("ERP_BACKUP_KEY is missing or shorter than " + SHORTEST_KEY
                    + " characters: it signs the manifests of backups");
        }
        String password = text(environment, "ERP_BACKUP_PASSWORD").orElse("");
        if (password.isEmpty()) {
            problems.add("ERP_BACKUP_PASSWORD is missing: the password of role erp_backup");
        }
        return new BackupConfig(
                text(environment, "ERP_BACKUP_DB_HOST").orElse(database.host()),
                port(environment, database.port(), problems),
                database.name(),
                password,
                text(environment, "ERP_RESTORE_PASSWORD"),
                text(environment, "ERP_PG_BIN").map(Path::of),
                folder,
                bucket.map(name -> bucket(name, environment, problems)),
                key,
                encryptionKey(environment, problems));
    }

    private static Optional<String> encryptionKey(Map<String, String> environment, List<String> problems) {
        Optional<String> hex = text(environment, "ERP_BACKUP_ENCRYPTION_KEY");
        if (hex.filter(digits -> !digits.matches("[0-9a-fA-F]{64}")).isPresent()) {
            problems.add("ERP_BACKUP_ENCRYPTION_KEY is not 64 hexadecimal digits: openssl rand -hex 32");
        }
        return hex;
    }

    private static Bucket bucket(String name, Map<String, String> environment, List<String> problems) {
        Optional<String> accessKey = text(environment, "AWS_ACCESS_KEY_ID");
        Optional<String> secretKey = text(environment, "AWS_SECRET_ACCESS_KEY");
        if (accessKey.isPresent() != secretKey.isPresent()) {
            problems.add("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY belong together");
        }
        String prefix = environment.getOrDefault("ERP_BACKUP_PREFIX", PREFIX).strip();
        if (prefix.isEmpty() || prefix.startsWith("/")) {
            problems.add("ERP_BACKUP_PREFIX is empty or begins with a slash: backups need a folder of their own");
        }
        Optional<URI> endpoint = Optional.empty();
        try {
            endpoint = text(environment, "ERP_BACKUP_ENDPOINT").map(URI::create);
        } catch (IllegalArgumentException e) {
            problems.add("ERP_BACKUP_ENDPOINT is no address");
        }
        return new Bucket(name, prefix, text(environment, "AWS_REGION").orElse(REGION), endpoint, accessKey, secretKey);
    }

    private static int port(Map<String, String> environment, int standard, List<String> problems) {
        try {
            return text(environment, "ERP_BACKUP_DB_PORT").map(Integer::valueOf).orElse(standard);
        } catch (NumberFormatException e) {
            problems.add("ERP_BACKUP_DB_PORT is not a number");
            return standard;
        }
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "BackupConfig[" + folder + ", " + bucket + "]";
    }
}
