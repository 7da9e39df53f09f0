package com.servistech.erp.rates.bcv;

import com.servistech.erp.rates.RateSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Fetches the page. TLS is always verified; there is no switch. */
public final class BcvWebsite implements RateSource {

    private static final int LARGEST_PAGE = 4 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI page;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    public BcvWebsite(URI page) {
        this.page = page;
    }

    @Override
    public Fetched fetch() {
        HttpRequest request = HttpRequest.newBuilder(page)
                .timeout(PATIENCE)
                .header("User-Agent", "ServisTech-ERP/4.0 (official exchange rate, a few requests a day)")
                .header("Accept", "text/html")
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                if (answer.statusCode() != 200) {
                    return new Unavailable("the bank answered with status " + answer.statusCode());
                }
                byte[] bytes = in.readNBytes(LARGEST_PAGE + 1);
                return bytes.length > LARGEST_PAGE
                        ? new Rejected("the page is larger than 4 MiB")
                        : new Read(new BcvPage(bytes).publication());
            }
        } catch (BcvPage.NotThePage e) {
            return new Rejected(e.getMessage());
        } catch (IOException e) {
            return new Unavailable("the bank cannot be reached: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unavailable("interrupted");
        }
    }
}
