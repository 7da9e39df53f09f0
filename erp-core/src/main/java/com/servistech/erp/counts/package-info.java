/**
 * Counting what is on the shelves. Whoever counts does not see what is written down; the difference is taken at the moment
 * in which a part is counted, so that what is sold or received while others still count is not lost; a difference above
 * the limit waits for somebody who did not count.
 *
 * <p>Words: count (conteo, toma física), blind (a ciegas), difference (diferencia), limit (límite), approval (aprobación).
 */
package com.servistech.erp.counts;
