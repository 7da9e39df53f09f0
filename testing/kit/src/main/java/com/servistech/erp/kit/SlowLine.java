package com.servistech.erp.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A line to a server on this computer on which every answer takes a while longer. */
public final class SlowLine implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final ServerSocket door;
    private final int target;
    private final Duration delay;

    private SlowLine(ServerSocket door, int target, Duration delay) {
        this.door = door;
        this.target = target;
        this.delay = delay;
        daemon(this::open);
    }

    /** @param delay before whatever the server sends arrives */
    public static SlowLine to(int port, Duration delay) {
        try {
            return new SlowLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port, delay);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                daemon(() -> copy(near, far, Duration.ZERO));
                daemon(() -> copy(far, near, delay));
            } catch (IOException e) {
                // closed, or the server is away: whoever called hears nothing
            }
        }
    }

    private static void copy(Socket from, Socket to, Duration delay) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                LockSupport.parkNanos(delay.toNanos());
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // one side left, and so does the other
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "slow-line");
        thread.setDaemon(true);
        thread.start();
    }
}
