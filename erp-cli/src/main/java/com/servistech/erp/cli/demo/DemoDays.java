package com.servistech.erp.cli.demo;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The days of all shops, each day of all of them side by side: what the chain numbers for its shops grows with time as it
 * does in life, and two processors are done sooner than one.
 */
record DemoDays(List<DemoShop> shops, Consumer<String> progress) {

    private static final int TOLD = 30;

    void pass(int days) {
        ExecutorService side = Executors.newFixedThreadPool(shops.size());
        try {
            for (int back = days; back >= 1; back--) {
                if ((days - back) % TOLD == 0) {
                    progress.accept("  %d days of %d shops, day %d ...".formatted(days, shops.size(), days - back + 1));
                }
                int day = back;
                all(side, shop -> shop.work(day));
            }
            all(side, DemoShop::evening);
        } finally {
            side.shutdownNow();
        }
    }

    private void all(ExecutorService side, Consumer<DemoShop> act) {
        List<Callable<Void>> acts = shops.stream()
                .map(shop -> (Callable<Void>) () -> {
                    act.accept(shop);
                    return null;
                })
                .toList();
        try {
            for (Future<Void> done : side.invokeAll(acts)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The demo was stopped", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A day of the demo failed", e.getCause());
        }
    }
}
