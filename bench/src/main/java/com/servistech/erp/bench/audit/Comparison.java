package com.servistech.erp.bench.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The same work many times with the audit off and on; the first round only warms up. */
final class Comparison {

    private final String work;
    private final List<Long> off = new ArrayList<>();
    private final List<Long> on = new ArrayList<>();

    Comparison(String work) {
        this.work = work;
    }

    void note(int round, boolean audited, long nanos) {
        if (round > 0) {
            (audited ? on : off).add(nanos);
        }
    }

    void print() {
        double without = median(off);
        double with = median(on);
        System.out.printf(
                "%s: %.2f ms without, %.2f ms with the audit (median of %d): %.2f times%n",
                work, without, with, on.size(), with / without);
    }

    private static double median(List<Long> nanos) {
        Collections.sort(nanos);
        return nanos.get(nanos.size() / 2) / 1e6;
    }
}
