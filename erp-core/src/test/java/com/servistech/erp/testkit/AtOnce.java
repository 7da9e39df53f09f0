package com.servistech.erp.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets many people do something at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What each of them was answered, in their order; a failure of one fails all. */
    public static <T> List<T> all(List<Callable<T>> people) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(people.size(), 16));
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> answers = new ArrayList<>();
            for (Callable<T> each : people) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return each.call();
                }));
            }
            start.countDown();
            List<T> given = new ArrayList<>();
            for (Future<T> answer : answers) {
                given.add(answer.get());
            }
            return given;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
