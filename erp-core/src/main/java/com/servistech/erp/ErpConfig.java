package com.servistech.erp;

import com.servistech.erp.billing.fiscal.digital.ProviderConfig;
import com.servistech.erp.identity.SigningKey;
import com.servistech.erp.identity.TokenKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything that the core must be told. Secrets have no defaults: {@link #from(Map)} names each variable that is
 * missing or still a placeholder, all at once.
 *
 * @param tokenKeys sign and verify access tokens; null where nobody signs in (jobs, migrations)
 * @param rates whom to ask for exchange rates
 * @param redis the caches; null for a server that does without, where everything works, a little slower
 * @param provider assigns control numbers to the documents of issuers that chose it
 * @param files the folder of pictures and scans
 * @param backups where they go; null for a server that makes none
 * @param jobs when jobs are due, where otherwise than usual, and who is told
 */
public record ErpConfig(
        DatabaseConfig database,
        TokenKeys tokenKeys,
        RatesConfig rates,
        RedisConfig redis,
        ProviderConfig provider,
        Path files,
        BackupConfig backups,
        JobsConfig jobs) {

    public static final URI BANK = URI.create("https://www.bcv.org.ve/");

    private static final Path FILES = Path.of("/var/lib/servistech/files");

    private static final List<String> PLACEHOLDERS =
            List.of("changeme", "change-me", "placeholder", "secret", "password");

    /** With one key, and without Redis. */
    public ErpConfig(DatabaseConfig database, SigningKey signingKey, URI bank) {
        this(
                database,
                TokenKeys.of(signingKey),
                RatesConfig.asking(bank),
                null,
                ProviderConfig.NONE,
                FILES,
                null,
                JobsConfig.STANDARD);
    }

    public ErpConfig withRedis(String address) {
        return new ErpConfig(database, tokenKeys, rates, RedisConfig.of(address), provider, files, backups, jobs);
    }

    public ErpConfig withFiles(Path folder) {
        return new ErpConfig(database, tokenKeys, rates, redis, provider, folder, backups, jobs);
    }

    public ErpConfig withBackups(BackupConfig places) {
        return new ErpConfig(database, tokenKeys, rates, redis, provider, files, places, jobs);
    }

    public ErpConfig withJobs(JobsConfig other) {
        return new ErpConfig(database, tokenKeys, rates, redis, provider, files, backups, other);
    }

    /** For a process in which nobody signs in: without a key of its own any will do to tell whether a password is right. */
    public ErpConfig withAnyTokenKeys() {
        TokenKeys any = tokenKeys == null ? TokenKeys.of(SigningKey.generate()) : tokenKeys;
        return new ErpConfig(database, any, rates, redis, provider, files, backups, jobs);
    }

    public static ErpConfig fromEnvironment() {
        return from(System.getenv());
    }

    /** For a process that signs nobody in: jobs, migrations. @throws IllegalStateException as {@link #forServer} */
    public static ErpConfig from(Map<String, String> environment) {
        return read(environment, false);
    }

    /**
     * For the server, which signs people in and so needs the key.
     *
     * @throws IllegalStateException that names every variable which is missing or wrong, all at once
     */
    public static ErpConfig forServer(Map<String, String> environment) {
        return read(environment, true);
    }

    private static ErpConfig read(Map<String, String> environment, boolean signs) {
        List<String> problems = new ArrayList<>();
        String password = environment.getOrDefault("ERP_DB_PASSWORD", "");
        if (password.length() < 16 || PLACEHOLDERS.contains(password.toLowerCase(java.util.Locale.ROOT))) {
            problems.add("ERP_DB_PASSWORD is missing, a placeholder, or shorter than 16 characters");
        }
        int port = number(environment, "ERP_DB_PORT", 5432, problems);
        int pool = number(environment, "ERP_DB_POOL", 10, problems);
        TokenKeys keys = keys(environment, signs, problems);
        RatesConfig rates = RatesConfig.from(environment, problems);
        RedisConfig redis = redis(environment, problems);
        ProviderConfig provider = provider(environment, problems);
        DatabaseConfig database = new DatabaseConfig(
                environment.getOrDefault("ERP_DB_HOST", "localhost"),
                port,
                environment.getOrDefault("ERP_DB_NAME", "servistech_erp"),
                environment.getOrDefault("ERP_DB_USER", "erp_app"),
                password,
                pool);
        BackupConfig backups = BackupConfig.from(environment, database, problems);
        JobsConfig jobs = JobsConfig.from(environment, problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "The ERP cannot start: " + String.join("; ", problems) + ". See docs/configuration.md.");
        }
        return new ErpConfig(database, keys, rates, redis, provider, files(environment), backups, jobs);
    }

    private static TokenKeys keys(Map<String, String> environment, boolean signs, List<String> problems) {
        SigningKey current = key(environment, "ERP_JWT_PRIVATE_KEY", problems);
        SigningKey previous = key(environment, "ERP_JWT_PREVIOUS_KEY", problems);
        Instant until = null;
        String date = environment.getOrDefault("ERP_JWT_PREVIOUS_UNTIL", "");
        try {
            until = date.isBlank() ? null : Instant.parse(date.strip());
        } catch (DateTimeParseException e) {
            problems.add("ERP_JWT_PREVIOUS_UNTIL is not an instant like 2026-12-24T06:00:00Z: " + date);
        }
        if (previous != null && date.isBlank()) {
            problems.add("ERP_JWT_PREVIOUS_UNTIL is missing: until when ERP_JWT_PREVIOUS_KEY still verifies");
        }
        if (current == null) {
            if (signs && environment.getOrDefault("ERP_JWT_PRIVATE_KEY", "").isBlank()) {
                problems.add("ERP_JWT_PRIVATE_KEY is missing: an RSA key in PKCS#8 that signs access tokens");
            }
            return null;
        }
        return previous == null || until == null ? TokenKeys.of(current) : new TokenKeys(current, previous, until);
    }

    private static SigningKey key(Map<String, String> environment, String name, List<String> problems) {
        String pem = environment.getOrDefault(name, "");
        if (pem.isBlank()) {
            return null;
        }
        try {
            return SigningKey.fromPkcs8(pem);
        } catch (IllegalArgumentException e) {
            problems.add(name + " is not an RSA key of 2048 bits or more in PKCS#8: " + e.getMessage());
            return null;
        }
    }

    private static RedisConfig redis(Map<String, String> environment, List<String> problems) {
        String address = environment.getOrDefault("REDIS_URL", "");
        try {
            return address.isBlank() ? null : RedisConfig.of(address);
        } catch (IllegalArgumentException e) {
            problems.add("REDIS_URL is " + e.getMessage());
            return null;
        }
    }

    private static ProviderConfig provider(Map<String, String> environment, List<String> problems) {
        String url = environment.getOrDefault("ERP_FISCAL_PROVIDER_URL", "");
        if (url.isBlank()) {
            return ProviderConfig.NONE;
        }
        String user = environment.getOrDefault("ERP_FISCAL_PROVIDER_USER", "");
        String password = environment.getOrDefault("ERP_FISCAL_PROVIDER_PASSWORD", "");
        if (user.isBlank() || password.isBlank()) {
            problems.add(
                    "ERP_FISCAL_PROVIDER_USER and ERP_FISCAL_PROVIDER_PASSWORD are missing, the provider's are needed");
        }
        return new ProviderConfig(URI.create(url.strip()), user, password, ProviderConfig.NONE.timeout());
    }

    private static Path files(Map<String, String> environment) {
        String folder = environment.getOrDefault("ERP_FILES_DIR", "");
        return folder.isBlank() ? FILES : Path.of(folder.strip());
    }

    private static int number(Map<String, String> environment, String name, int standard, List<String> problems) {
        String text = environment.getOrDefault(name, String.valueOf(standard));
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= 1 && value <= 65_535) {
                return value;
            }
        } catch (NumberFormatException e) {
            // named below, like a number out of range
        }
        problems.add(name + " is not a number between 1 and 65535: " + text);
        return standard;
    }
}
