package com.servistech.erp.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Writes to the server what no client would, byte for byte, and reads what comes back. */
final class Raw {

    private static final int PATIENCE_MILLIS = 8_000;

    /**
     * @param status 0 when the server closed without a word
     * @param headers by their names, whatever the case
     */
    record Answer(int status, Map<String, String> headers, String body) {

        static Answer of(String text) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            String[] parts = text.split("\r\n\r\n", 2);
            String[] lines = parts[0].split("\r\n");
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                headers.put(
                        lines[i].substring(0, Math.max(colon, 0)),
                        lines[i].substring(colon + 1).strip());
            }
            String[] first = lines[0].split(" ");
            return new Answer(
                    first.length > 1 ? Integer.parseInt(first[1]) : 0, headers, parts.length > 1 ? parts[1] : "");
        }
    }

    private final URI server;
    private final String token;

    /** @param token null for a stranger */
    Raw(RunningServer server, String token) {
        this.server = server.root();
        this.token = token;
    }

    /** @param line as {@code GET /api/v1/customers} */
    Answer ask(String line, String... headers) {
        return send(head(line, headers) + "\r\n");
    }

    /** Sends a body with its length and a type. */
    Answer ask(String line, byte[] body, String... headers) {
        String head = head(line, headers) + "Content-Length: " + body.length + "\r\n\r\n";
        return send(head.getBytes(StandardCharsets.UTF_8), body);
    }

    Answer send(String everything) {
        return send(everything.getBytes(StandardCharsets.UTF_8));
    }

    Answer send(byte[]... parts) {
        try (Socket socket = new Socket("localhost", server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                for (byte[] part : parts) {
                    socket.getOutputStream().write(part);
                }
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // it answered before it had read all: that is its right
            }
            return Answer.of(read(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            int read = in.read(buffer);
            while (read >= 0) {
                all.write(buffer, 0, read);
                read = in.read(buffer);
            }
        } catch (SocketTimeoutException | SocketException e) {
            // what has come so far is the answer
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private String head(String line, String... headers) {
        StringBuilder head = new StringBuilder(line).append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        if (token != null) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }
}
