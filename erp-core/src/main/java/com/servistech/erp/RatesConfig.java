package com.servistech.erp;

import com.servistech.erp.rates.market.MarketRule;
import com.servistech.erp.rates.market.MarketRule.Reference;
import com.servistech.erp.rates.web.Addresses;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom the ERP asks for rates.
 *
 * @param bank the page of the Banco Central de Venezuela
 * @param bankIssuers further certificate issuers for it in a PEM file, when it changes them again
 * @param binance the host of the advertisement search
 * @param binanceQuote the host of the public quotation
 * @param market how the market's price is made
 * @param witnesses further sources, best first
 */
public record RatesConfig(
        URI bank,
        Optional<Path> bankIssuers,
        URI binance,
        URI binanceQuote,
        MarketRule market,
        List<Witness> witnesses) {

    /** @param format DOLARAPI or DOLARVZLA */
    public record Witness(String name, String format, URI address) {}

    private static final URI BINANCE = URI.create("https://p2p.binance.com/");
    private static final URI BINANCE_QUOTE = URI.create("https://www.binance.com/");
    private static final int FEWEST_OFFERS = 10;
    private static final String METHODS = "PagoMovil,Banesco,Mercantil,Provincial,BancoDeVenezuela";

    public RatesConfig {
        witnesses = List.copyOf(witnesses);
    }

    /** What is asked when nothing is configured. */
    public static RatesConfig asking(URI bank) {
        return new RatesConfig(bank, Optional.empty(), BINANCE, BINANCE_QUOTE, market(METHODS, null, "MID"), List.of());
    }

    static RatesConfig from(Map<String, String> environment, List<String> problems) {
        String binance = environment.getOrDefault("ERP_BINANCE_URL", "");
        return new RatesConfig(
                address("ERP_BCV_URL", environment, ErpConfig.BANK, problems),
                text(environment, "ERP_BCV_CA_FILE").map(Path::of),
                address("ERP_BINANCE_URL", environment, BINANCE, problems),
                // a mirror or a test server plays both parts
                binance.isBlank() ? BINANCE_QUOTE : address("ERP_BINANCE_URL", environment, BINANCE, new ArrayList<>()),
                market(environment, problems),
                witnesses(text(environment, "ERP_RATE_WITNESSES").orElse(""), problems));
    }

    private static MarketRule market(Map<String, String> environment, List<String> problems) {
        String ticket = text(environment, "ERP_BINANCE_TICKET").orElse(null);
        String reference = text(environment, "ERP_BINANCE_REFERENCE").orElse("MID");
        String methods = text(environment, "ERP_BINANCE_METHODS").orElse(METHODS);
        return read(
                        "ERP_BINANCE_TICKET or ERP_BINANCE_REFERENCE",
                        reference,
                        name -> market(methods, ticket, name),
                        problems)
                .orElseGet(() -> market(METHODS, null, "MID"));
    }

    private static MarketRule market(String methods, String ticket, String reference) {
        Set<String> accepted = methods.equals("*")
                ? Set.of()
                : Stream.of(methods.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet());
        return new MarketRule(
                accepted, ticket == null ? null : new BigDecimal(ticket), FEWEST_OFFERS, Reference.valueOf(reference));
    }

    /** {@code NAME=FORMAT=https://..., NAME=FORMAT=https://...} */
    private static List<Witness> witnesses(String text, List<String> problems) {
        List<Witness> witnesses = new ArrayList<>();
        for (String entry : text.split("[\\s,]+")) {
            if (!entry.isEmpty()) {
                read("ERP_RATE_WITNESSES", entry, RatesConfig::witness, problems)
                        .ifPresent(witnesses::add);
            }
        }
        return witnesses;
    }

    private static Witness witness(String entry) {
        String[] parts = entry.split("=", 3);
        if (parts.length < 3 || !parts[0].matches("[A-Z][A-Z0-9_]{1,19}") || !parts[1].matches("DOLARAPI|DOLARVZLA")) {
            throw new IllegalArgumentException("NAME=DOLARAPI=https://... or NAME=DOLARVZLA=https://...");
        }
        if (Set.of("BCV", "BINANCE", "MANUAL", "QUORUM").contains(parts[0])) {
            throw new IllegalArgumentException(parts[0] + " is taken");
        }
        return new Witness(parts[0], parts[1], Addresses.requireTrustworthy(URI.create(parts[2])));
    }

    private static URI address(String name, Map<String, String> environment, URI standard, List<String> problems) {
        return text(environment, name)
                .flatMap(url -> read(name, url, text -> Addresses.requireTrustworthy(URI.create(text)), problems))
                .orElse(standard);
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static <T> Optional<T> read(String name, String text, Function<String, T> reader, List<String> problems) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            problems.add(name + " cannot be used: " + e.getMessage());
            return Optional.empty();
        }
    }
}
