package com.servistech.erp.rates;

import java.util.List;

/**
 * What reading all kept evidence again has shown.
 *
 * @param bodies how many were read
 * @param proved stored rates that follow from them
 * @param problems what does not follow, in words; empty when the books are in order
 */
public record ReparseReport(int bodies, int proved, List<String> problems) {

    public ReparseReport {
        problems = List.copyOf(problems);
    }
}
