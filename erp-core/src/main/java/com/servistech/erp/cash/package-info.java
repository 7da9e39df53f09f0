/**
 * Drawers, from their float to their count; every note belongs to a session.
 *
 * <p>Words: cash session (turno de caja), register (caja), float (fondo), count (arqueo), difference (diferencia).
 */
package com.servistech.erp.cash;
