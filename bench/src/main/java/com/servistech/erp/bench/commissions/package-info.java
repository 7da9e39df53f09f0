/**
 * How fast commissions are settled, beside the bare statement on the same rows. Goal: at least 0.75 of its rows a second,
 * with audit and books on.
 */
package com.servistech.erp.bench.commissions;
