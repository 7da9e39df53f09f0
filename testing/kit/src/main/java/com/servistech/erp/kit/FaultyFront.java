package com.servistech.erp.kit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Stands before a web server on this computer and passes every request on as it is, but for those that it was told to
 * treat badly. One request a connection.
 */
public final class FaultyFront implements AutoCloseable {

    /** @param where what of the request is looked at: its first line, or all of its head */
    private record Rule(
            UnaryOperator<String> where,
            Pattern pattern,
            AtomicInteger skip,
            AtomicInteger times,
            FaultyWeb.Play play) {}

    private static final FaultyWeb.Play RESET = (request, out) -> {};
    private static final FaultyWeb.Play CRAWL = (request, out) -> {};
    private static final int CRAWLED_A_SECOND = 1_000;

    private final URI server;
    private final ServerSocket socket;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile UnaryOperator<String> rewrite = UnaryOperator.identity();

    private FaultyFront(URI server) throws IOException {
        this.server = server;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::serve);
    }

    public static FaultyFront before(URI server) {
        try {
            return new FaultyFront(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /**
     * @param line a regular expression for the request line, {@code PUT .*partNumber=3.*}
     * @param skip how many of those pass first
     * @param times how often it happens then
     */
    public FaultyFront on(String line, int skip, int times, FaultyWeb.Play play) {
        rules.add(new Rule(
                head -> head.substring(0, head.indexOf('\r')),
                Pattern.compile(line),
                new AtomicInteger(skip),
                new AtomicInteger(times),
                play));
        return this;
    }

    /** @param lines a regular expression for the whole head, which may be of several lines; each time from now on */
    public FaultyFront onHead(String lines, FaultyWeb.Play play) {
        rules.add(new Rule(
                UnaryOperator.identity(),
                Pattern.compile(lines, Pattern.DOTALL | Pattern.CASE_INSENSITIVE),
                new AtomicInteger(),
                new AtomicInteger(Integer.MAX_VALUE),
                play));
        return this;
    }

    /** What every request says is changed before it is passed on. */
    public FaultyFront rewriting(UnaryOperator<String> change) {
        rewrite = change;
        return this;
    }

    /** From now on everything passes. */
    public void heal() {
        rules.clear();
        rewrite = UnaryOperator.identity();
    }

    /** The lines of all requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** An error as S3 says it. */
    public static FaultyWeb.Play error(int status, String code) {
        return (request, out) -> {
            byte[] body = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
                            + "</Code><Message>told to</Message><RequestId>1</RequestId></Error>")
                    .getBytes(StandardCharsets.UTF_8);
            out.write(("HTTP/1.1 " + status + " Told\r\nContent-Type: application/xml\r\nContent-Length: " + body.length
                            + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
        };
    }

    /** Closes in the middle of what it is sent, without a word. */
    public static FaultyWeb.Play reset() {
        return RESET;
    }

    /** Takes a thousand bytes a second of what it is sent. */
    public static FaultyWeb.Play crawl() {
        return CRAWL;
    }

    /** Says nothing until this is closed. */
    public FaultyWeb.Play silence() {
        return (request, out) -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                daemon(() -> answer(connection));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            String head = head(in);
            if (head.isEmpty()) {
                return;
            }
            String line = head.substring(0, head.indexOf('\r'));
            requests.add(line);
            FaultyWeb.Play play = play(head);
            if (head.toLowerCase(Locale.ROOT).contains("expect: 100-continue")) {
                out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
            if (play == CRAWL) {
                crawl(in, length(head));
            } else if (play != null) {
                // an answer before the body was read would be lost with the connection
                in.skipNBytes(play == RESET ? length(head) / 2 : length(head));
                play.answer(line, out);
                out.flush();
            } else {
                pass(head, in, out);
            }
        } catch (IOException e) {
            // the client left: that is what some plays are about
        }
    }

    private void crawl(InputStream in, long length) throws IOException {
        try {
            for (long left = length; left > 0 && !closing.await(1, TimeUnit.SECONDS); left -= CRAWLED_A_SECOND) {
                in.skipNBytes(Math.min(left, CRAWLED_A_SECOND));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FaultyWeb.Play play(String head) {
        for (Rule rule : rules) {
            if (rule.pattern().matcher(rule.where().apply(head)).matches()
                    && rule.skip().getAndDecrement() <= 0
                    && rule.times().getAndDecrement() > 0) {
                return rule.play();
            }
        }
        return null;
    }

    private void pass(String head, InputStream in, OutputStream out) throws IOException {
        try (Socket upstream = new Socket(server.getHost(), server.getPort())) {
            OutputStream to = upstream.getOutputStream();
            String passed = rewrite.apply(head)
                    .replaceAll("(?i)\r\n(expect|connection|keep-alive):[^\r]*", "")
                    .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
            to.write(passed.getBytes(StandardCharsets.ISO_8859_1));
            long left = length(head);
            byte[] buffer = new byte[64 * 1024];
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    return;
                }
                to.write(buffer, 0, read);
                left -= read;
            }
            to.flush();
            upstream.getInputStream().transferTo(out);
        }
    }

    private static long length(String head) {
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                return Long.parseLong(line.substring("content-length:".length()).strip());
            }
        }
        return 0;
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.write(b);
            ends = b == '\n' ? ends + 1 : b == '\r' ? ends : 0;
            if (ends == 2) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "faulty-front");
        thread.setDaemon(true);
        thread.start();
    }
}
