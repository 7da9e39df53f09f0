/**
 * What happened, told to whom it concerns: events are written in the transaction that caused them and leave it through
 * the outbox, so that nothing is announced that did not happen and nothing that happened stays unsaid.
 *
 * <p>Words: event (evento), outbox (bandeja de salida).
 */
package com.servistech.erp.events;
