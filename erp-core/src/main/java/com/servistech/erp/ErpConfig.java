package com.servistech.erp;

import com.servistech.erp.billing.fiscal.digital.ProviderConfig;
import com.servistech.erp.identity.SigningKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything that the core must be told. Secrets have no defaults: {@link #from(Map)} names each variable that is
 * missing or still a placeholder, all at once.
 *
 * @param signingKey signs access tokens; null where nobody signs in (jobs, migrations)
 * @param bank the page of the Banco Central de Venezuela
 * @param provider assigns control numbers to the documents of issuers that chose it
 */
public record ErpConfig(DatabaseConfig database, SigningKey signingKey, URI bank, ProviderConfig provider) {

    /** Without a digital provider of fiscal documents. */
    public ErpConfig(DatabaseConfig database, SigningKey signingKey, URI bank) {
        this(database, signingKey, bank, ProviderConfig.NONE);
    }

    public static final URI BANK = URI.create("https://www.bcv.org.ve/");

    private static final List<String> PLACEHOLDERS =
            List.of("changeme", "change-me", "placeholder", "secret", "password");

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
        SigningKey key = null;
        String pem = environment.getOrDefault("ERP_JWT_PRIVATE_KEY", "");
        if (pem.isBlank() && signs) {
            problems.add("ERP_JWT_PRIVATE_KEY is missing: an RSA key in PKCS#8 that signs access tokens");
        } else if (!pem.isBlank()) {
            try {
                key = SigningKey.fromPkcs8(pem);
            } catch (IllegalArgumentException e) {
                problems.add("ERP_JWT_PRIVATE_KEY is not an RSA key of 2048 bits or more in PKCS#8: " + e.getMessage());
            }
        }
        ProviderConfig provider = provider(environment, problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "The ERP cannot start: " + String.join("; ", problems) + ". See docs/configuration.md.");
        }
        return new ErpConfig(
                new DatabaseConfig(
                        environment.getOrDefault("ERP_DB_HOST", "localhost"),
                        port,
                        environment.getOrDefault("ERP_DB_NAME", "servistech_erp"),
                        environment.getOrDefault("ERP_DB_USER", "erp_app"),
                        password,
                        pool),
                key,
                URI.create(environment.getOrDefault("ERP_BCV_URL", BANK.toString())),
                provider);
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
