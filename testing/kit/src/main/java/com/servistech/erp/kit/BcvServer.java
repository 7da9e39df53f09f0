package com.servistech.erp.kit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Answers on this computer as the home page of the central bank does; says 503 until something was published. */
public final class BcvServer implements AutoCloseable {

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("EEEE, dd MMMM  yyyy", Locale.forLanguageTag("es-VE"));

    private final HttpServer server;
    private volatile byte[] page;

    private BcvServer(HttpServer server) {
        this.server = server;
    }

    public static BcvServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            BcvServer bank = new BcvServer(server);
            server.createContext("/", exchange -> {
                byte[] now = bank.page;
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(now == null ? 503 : 200, now == null ? -1 : now.length);
                if (now != null) {
                    exchange.getResponseBody().write(now);
                }
                exchange.close();
            });
            server.start();
            return bank;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** @param usd and eur as the bank writes them: {@code 871,36890000} */
    public void publish(LocalDate valueDate, String usd, String eur) {
        page = template()
                .replace("${usd}", usd)
                .replace("${eur}", eur)
                .replace("${date}", valueDate.toString())
                .replace("${words}", WORDS.format(valueDate))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String template() {
        try (InputStream in = BcvServer.class.getResourceAsStream("bcv-home.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
