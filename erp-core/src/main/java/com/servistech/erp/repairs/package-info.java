/**
 * A device from the counter through the workshop to the shelf of the finished ones: who has it, in which state, what
 * was found, which parts went in, and that somebody else than the technician checked the work. Handing it over needs
 * billing as well and is {@code handover}.
 *
 * <p>Words: service order (orden de servicio), intake (recepción), triage (triaje), diagnosis (diagnóstico), awaiting
 * part (espera de repuesto), micro-soldering (microsoldadura), quality check (QA, control de calidad), ready (listo),
 * delivered (entregado), warranty (garantía), cancelled (cancelado), technician (técnico), board (tablero).
 */
package com.servistech.erp.repairs;
