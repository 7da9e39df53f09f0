package com.servistech.erp.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Whoever reads a dump and whoever compresses it are two; nothing is lost between them, neither bytes nor failures. */
class BehindTest {

    private static final int MANY = 5 << 20;

    @Test
    void everythingArrivesInItsOrderAndWhatIsBelowIsClosedAtTheEnd() throws IOException {
        byte[] bytes = new byte[MANY];
        Random random = new Random(1);
        random.nextBytes(bytes);
        AtomicBoolean closed = new AtomicBoolean();
        ByteArrayOutputStream arrived = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        try (Behind behind = new Behind(arrived)) {
            for (int at = 0; at < bytes.length; ) {
                int piece = Math.min(bytes.length - at, random.nextInt(200_000));
                behind.write(bytes, at, piece);
                at += piece;
            }
        }
        assertThat(arrived.toByteArray()).isEqualTo(bytes);
        assertThat(closed).isTrue();
    }

    @Test
    void aFailureBehindStopsWhoeverWritesAndNobodyWaitsForEver() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException("no space left");
            }
        };
        assertThatThrownBy(() -> {
                    try (Behind behind = new Behind(broken)) {
                        behind.write(new byte[MANY]);
                        behind.write(new byte[MANY]);
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
    }

    @Test
    void aFailureOfTheVeryLastByteComesToLightAtTheEnd() throws IOException {
        Behind behind = new Behind(new OutputStream() {
            @Override
            public void write(int oneByte) {}

            @Override
            public void close() throws IOException {
                throw new IOException("the last block did not fit");
            }
        });
        behind.write(new byte[10]);
        assertThatThrownBy(behind::close).hasMessage("the last block did not fit");
    }
}
