package com.servistech.erp.billing.fiscal.digital;

import com.servistech.erp.billing.fiscal.ControlAnswer;
import com.servistech.erp.billing.fiscal.FiscalChannel;
import com.servistech.erp.billing.fiscal.FiscalDocument;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Sends documents to the provider, which answers their control numbers. A document that it has already is asked for, not
 * sent again, so a lost answer costs a question and never a second control number: type, series and number name a
 * document for ever.
 */
public final class DigitalProvider implements FiscalChannel {

    /** What the provider answered, as it came. */
    private record Reply(int status, byte[] bytes) {

        JsonObject json() {
            try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
                return reader.readObject();
            }
        }
    }

    private static final String DONE = "200";
    private static final String KNOWN_ALREADY = "202";

    private final ProviderConfig config;
    private final HttpClient http;
    private volatile String token;

    public DigitalProvider(ProviderConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
    }

    @Override
    public ControlAnswer submit(FiscalDocument document) {
        if (!config.isPresent()) {
            return new ControlAnswer.Unanswered("No digital provider is configured (ERP_FISCAL_PROVIDER_URL)");
        }
        try {
            ControlAnswer known = state(document);
            return known == null ? emit(document) : known;
        } catch (IOException e) {
            return new ControlAnswer.Unanswered(
                    e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ControlAnswer.Unanswered("interrupted");
        } catch (RuntimeException e) {
            return new ControlAnswer.Unanswered("The provider's answer cannot be read: " + e.getMessage());
        }
    }

    private ControlAnswer emit(FiscalDocument document) throws IOException, InterruptedException {
        Reply reply = post("/Emision", ProviderPayload.of(document));
        if (reply.status() >= 500) {
            return new ControlAnswer.Unanswered("The provider answered " + reply.status());
        }
        JsonObject json = reply.json();
        String code = json.getString("codigo", "");
        if (code.equals(DONE)) {
            return assigned(json, reply);
        } else if (code.equals(KNOWN_ALREADY)) {
            ControlAnswer known = state(document);
            return known == null
                    ? new ControlAnswer.Unanswered("The provider has it and does not say its number")
                    : known;
        }
        return new ControlAnswer.Refused(code + " " + json.getString("mensaje", "") + " " + validations(json));
    }

    /** Null when the provider does not have the document. */
    private ControlAnswer state(FiscalDocument document) throws IOException, InterruptedException {
        Reply reply = post("/EstadoDocumento", ProviderPayload.name(document).build());
        if (reply.status() >= 500) {
            return new ControlAnswer.Unanswered("The provider answered " + reply.status());
        }
        JsonObject json = reply.json();
        return json.getString("codigo", "").equals(DONE) ? assigned(json, reply) : null;
    }

    private static ControlAnswer assigned(JsonObject json, Reply reply) {
        JsonObject result = json.getJsonObject("resultado");
        String control = result.getString("numeroControl");
        if (!control.matches("[0-9]{2}-[0-9]{1,8}")) {
            return new ControlAnswer.Unanswered("No control number: " + control);
        }
        return new ControlAnswer.Assigned(control, result.getString("transaccionId", null), sha256(reply.bytes()));
    }

    private static String validations(JsonObject json) {
        return json.containsKey("validaciones") ? json.get("validaciones").toString() : "";
    }

    private Reply post(String path, JsonObject body) throws IOException, InterruptedException {
        if (token == null) {
            signIn();
        }
        Reply reply = send(path, body, token);
        if (reply.status() == 401) {
            signIn();
            reply = send(path, body, token);
        }
        if (reply.status() == 401) {
            throw new IOException("The provider does not know us: check ERP_FISCAL_PROVIDER_USER and its password");
        }
        return reply;
    }

    private void signIn() throws IOException, InterruptedException {
        JsonObject body = Json.createObjectBuilder()
                .add("usuario", config.user())
                .add("clave", config.password())
                .build();
        Reply reply = send("/Autenticacion", body, null);
        if (reply.status() != 200) {
            throw new IOException("The provider refused to sign us in: " + reply.status());
        }
        token = reply.json().getString("token");
    }

    private Reply send(String path, JsonObject body, String bearer) throws IOException, InterruptedException {
        String base = config.url().toString().replaceAll("/+$", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(java.net.URI.create(base + path))
                .timeout(config.timeout())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), response.body());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
