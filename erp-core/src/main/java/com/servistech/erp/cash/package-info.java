/**
 * Drawers, from their float to their count. Every note belongs to a session and to an entry of the books, so that what a
 * drawer should hold is at once the sum of its movements and the balance of its account.
 *
 * <p>Words: cash session (turno de caja), register (caja), drawer (gaveta), float (fondo), count (arqueo), blind (a
 * ciegas), difference (diferencia: faltante o sobrante), petty cash (caja chica), receipt (comprobante), safe (bóveda),
 * withdrawal (retiro).
 */
package com.servistech.erp.cash;
