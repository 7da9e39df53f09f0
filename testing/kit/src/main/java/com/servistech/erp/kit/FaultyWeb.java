package com.servistech.erp.kit;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;

/** A web server on this computer that answers as badly as it is told to: one play a request, the last one for ever. */
public final class FaultyWeb implements AutoCloseable {

    /** How one request is answered. */
    @FunctionalInterface
    public interface Play {
        void answer(String request, OutputStream out) throws IOException;
    }

    private final ServerSocket socket;
    private final String scheme;
    private final Queue<Play> plays = new ConcurrentLinkedQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);

    private FaultyWeb(ServerSocket socket, String scheme) {
        this.socket = socket;
        this.scheme = scheme;
        Thread thread = new Thread(this::serve, "faulty-web");
        thread.setDaemon(true);
        thread.start();
    }

    public static FaultyWeb plain() {
        try {
            return new FaultyWeb(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static FaultyWeb tls(SSLContext identity) {
        try {
            return new FaultyWeb(
                    identity.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                    "https");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces what is played next. */
    public FaultyWeb plays(Play... next) {
        plays.clear();
        plays.addAll(List.of(next));
        return this;
    }

    public URI url() {
        return url("127.0.0.1");
    }

    public URI url(String host) {
        return URI.create(scheme + "://" + host + ":" + socket.getLocalPort() + "/");
    }

    /** Every request so far: its line, its headers, and its body behind an empty line. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** A good answer. */
    public static Play page(byte[] body, String type) {
        return answer("200 OK", "Content-Type: " + type + "\r\n", body);
    }

    public static Play status(int status, String body) {
        return answer(status + " Fault", "Content-Type: text/html\r\n", body.getBytes(StandardCharsets.UTF_8));
    }

    public static Play redirect(String location) {
        return answer("302 Found", "Location: " + location + "\r\n", new byte[0]);
    }

    public static Play gzip(byte[] body, String type) {
        return answer("200 OK", "Content-Type: " + type + "\r\nContent-Encoding: gzip\r\n", packed(body));
    }

    public static Play packedAs(String encoding, byte[] body) {
        return answer("200 OK", "Content-Encoding: " + encoding + "\r\n", body);
    }

    /** A few kilobytes that become as many bytes as are asked for. */
    public static Play bomb(int unpacked) {
        return gzip(new byte[unpacked], "text/html");
    }

    /** Promises the whole body and closes after half of it. */
    public static Play truncated(byte[] body) {
        return (request, out) -> {
            out.write(head("200 OK", "Content-Type: text/html\r\n", body.length));
            out.write(body, 0, body.length / 2);
        };
    }

    /** Closes without a word. */
    public static Play nothing() {
        return (request, out) -> {};
    }

    /** Sends the headers, and then nothing until the server is closed. */
    public Play stalled() {
        return (request, out) -> {
            out.write(head("200 OK", "Content-Type: text/html\r\n", 1000));
            out.flush();
            await();
        };
    }

    /** Never sends anything until the server is closed. */
    public Play silent() {
        return (request, out) -> await();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread thread = new Thread(() -> answer(connection), "faulty-web-answer");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            String request = request(connection);
            requests.add(request);
            Play play = plays.size() > 1 ? plays.poll() : plays.peek();
            if (play != null) {
                play.answer(request, connection.getOutputStream());
                connection.getOutputStream().flush();
            }
        } catch (IOException e) {
            // the client left: that is what some plays are about
        } finally {
            open.remove(connection);
        }
    }

    private static String request(Socket connection) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder text = new StringBuilder();
        int length = 0;
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            text.append(line).append('\n');
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        char[] body = new char[length];
        int read = 0;
        while (read < length) {
            int more = reader.read(body, read, length - read);
            if (more < 0) {
                break;
            }
            read += more;
        }
        return text.append('\n').append(body, 0, read).toString();
    }

    private static Play answer(String status, String headers, byte[] body) {
        return (request, out) -> {
            out.write(head(status, headers, body.length));
            out.write(body);
        };
    }

    private static byte[] head(String status, String headers, int length) {
        return ("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + length + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
