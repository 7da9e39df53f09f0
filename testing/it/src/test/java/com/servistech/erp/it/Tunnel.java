package com.servistech.erp.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Stands before the server so that every byte that anybody is answered is looked at: the client's, curl's, those of a
 * test with a socket of its own. It changes nothing.
 */
final class Tunnel {

    /** What is kept of an answer, so that a word which two reads cut in half is still found. */
    private static final int OVERLAP = 200;

    private static final int LONGEST_HEAD = 32 * 1024;

    private final ServerSocket door;
    private final int target;
    private final Watch watch;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "tunnel");
        thread.setDaemon(true);
        return thread;
    });

    private Tunnel(ServerSocket door, int target, Watch watch) {
        this.door = door;
        this.target = target;
        this.watch = watch;
    }

    static Tunnel to(int port, Watch watch) {
        try {
            Tunnel tunnel = new Tunnel(new ServerSocket(0, 200, InetAddress.getByName("localhost")), port, watch);
            tunnel.threads.execute(tunnel::open);
            return tunnel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                // whoever knocked is gone
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Socket server = new Socket("localhost", target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Exchange exchange = new Exchange(client, server);
            threads.execute(exchange::up);
            threads.execute(exchange::down);
        } catch (IOException e) {
            // the server is not there: neither is this
            client.close();
        }
    }

    /** One connection: requests go up, answers come down, one after the other. */
    private final class Exchange {

        private final Socket client;
        private final Socket server;
        private final StringBuffer request = new StringBuffer();
        private volatile boolean answering;

        Exchange(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void up() {
            pass(client, server, text -> {
                if (answering) {
                    answering = false;
                    request.setLength(0);
                }
                if (request.length() < LONGEST_HEAD) {
                    request.append(text);
                }
            });
        }

        void down() {
            StringBuilder answer = new StringBuilder();
            pass(server, client, text -> {
                if (!answering) {
                    answering = true;
                    answer.setLength(0);
                }
                answer.append(text);
                watch.answered(request.toString(), answer.toString());
                answer.delete(0, Math.max(0, answer.length() - OVERLAP));
            });
        }

        private void pass(Socket from, Socket to, Consumer<String> seen) {
            byte[] buffer = new byte[64 * 1024];
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                int read = in.read(buffer);
                while (read >= 0) {
                    seen.accept(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                    out.write(buffer, 0, read);
                    read = in.read(buffer);
                }
            } catch (IOException e) {
                // one side is gone, and so is the other
            }
        }
    }
}
