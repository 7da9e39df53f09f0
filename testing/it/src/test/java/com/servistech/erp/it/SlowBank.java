package com.servistech.erp.it;

import com.servistech.erp.kit.BcvServer;
import com.servistech.erp.kit.FaultyWeb;
import com.servistech.erp.rates.BankingCalendar;
import com.servistech.erp.tenancy.Work;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The bank's page of today, which some requests wait for: what a run does meanwhile is in the hands of the test. */
final class SlowBank implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final BcvServer bank = BcvServer.start();
    private final FaultyWeb door = FaultyWeb.plain().plays(this::page);
    private CountDownLatch asked;
    private CountDownLatch answered;

    SlowBank() {
        LocalDate due = BankingCalendar.shipped().sameOrNext(LocalDate.now(Work.CARACAS));
        bank.publish(due, "902,44170000", "1.037,80795500");
    }

    URI url() {
        return door.url();
    }

    /** So many of the next requests wait until {@link #answer()}; those after them do not. */
    void letWait(int requests) {
        asked = new CountDownLatch(requests);
        answered = new CountDownLatch(1);
        CountDownLatch seen = asked;
        CountDownLatch go = answered;
        FaultyWeb.Play[] plays = new FaultyWeb.Play[requests + 1];
        for (int i = 0; i < requests; i++) {
            plays[i] = (request, out) -> {
                seen.countDown();
                await(go);
                page(request, out);
            };
        }
        plays[requests] = this::page;
        door.plays(plays);
    }

    /** Returns when all of them have come. */
    void awaitAsked() throws IOException {
        await(asked);
    }

    void answer() {
        answered.countDown();
    }

    private void page(String request, OutputStream out) throws IOException {
        try {
            byte[] body = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(bank.url()).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            FaultyWeb.page(body, "text/html; charset=utf-8").answer(request, out);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("nobody came within " + PATIENCE_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    @Override
    public void close() {
        door.close();
        bank.close();
    }
}
