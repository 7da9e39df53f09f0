package com.servistech.erp.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Writes in a thread of its own, so that whoever hands bytes over can read and hash the next ones meanwhile. A few
 * pieces wait at most. What went wrong behind comes to light with the next piece, or at the end.
 */
final class Behind extends OutputStream {

    private static final int PIECES = 16;
    private static final int LARGEST_PIECE = 64 * 1024;
    private static final byte[] END = {};

    private final OutputStream out;
    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(PIECES);
    private final Thread writer;
    private volatile Throwable failure;
    private boolean closed;

    /** @param out closed at the end, in the thread of its own as well */
    Behind(OutputStream out) {
        this.out = out;
        this.writer = new Thread(this::work, "backup-writer");
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int at = 0; at < length; at += LARGEST_PIECE) {
            byte[] piece = new byte[Math.min(LARGEST_PIECE, length - at)];
            System.arraycopy(bytes, offset + at, piece, 0, piece.length);
            hand(piece);
        }
        requireWell();
    }

    /** Returns when everything is written and what is below is closed. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            hand(END);
            try {
                writer.join();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            requireWell();
        }
    }

    private void hand(byte[] piece) throws IOException {
        try {
            waiting.put(piece);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("interrupted", e);
    }

    private void requireWell() throws IOException {
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    /** After a failure it takes the pieces all the same, so that nobody waits for ever. */
    private void work() {
        try {
            for (byte[] piece = waiting.take(); piece != END; piece = waiting.take()) {
                attempt(piece);
            }
            attempt(END);
        } catch (InterruptedException e) {
            failure = e;
        }
    }

    private void attempt(byte[] piece) {
        if (failure == null) {
            try {
                if (piece == END) {
                    out.close();
                } else {
                    out.write(piece, 0, piece.length);
                }
            } catch (IOException | RuntimeException e) {
                failure = e;
            }
        }
    }
}
