package com.servistech.erp.repairs;

import java.util.List;

/** The board of the workshop: the open orders by state, the most urgent and then the oldest on top. */
public record Board(List<Column> columns) {

    /**
     * One state.
     *
     * @param count how many there are; cards holds the first of them
     */
    public record Column(OrderStatus status, long count, List<OrderCard> cards) {}
}
