/**
 * How fast a backup is, beside {@code pg_dump | gzip} of the same database in the same run. Goals: the plain form takes
 * at most 1.05 times as long, the fast form at most half, and neither more than 64 MB of heap.
 */
package com.servistech.erp.bench.backup;
