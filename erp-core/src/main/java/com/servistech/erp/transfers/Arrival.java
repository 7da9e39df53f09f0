package com.servistech.erp.transfers;

import java.util.List;
import java.util.UUID;

/**
 * What arrived of a transfer. What is neither received nor lost goes back to the store that sent it.
 *
 * @param lines null when everything arrived; parts that are not named arrived wholly
 * @param reason needed when something did not arrive
 */
public record Arrival(List<Line> lines, String reason) {

    /**
     * One part.
     *
     * @param received what is put on the shelf
     * @param lost what is written off
     */
    public record Line(UUID partId, int received, int lost) {}
}
