/**
 * Answers that are kept so that a repeated request changes nothing.
 *
 * <p>Words: idempotency key (clave de idempotencia), kept answer (respuesta guardada).
 */
package com.servistech.erp.idempotency;
