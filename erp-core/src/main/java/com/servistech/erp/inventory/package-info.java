/**
 * The catalogue of parts, what each store has of them, and the ledger of everything that came and went. What orders
 * reserved is never sold to somebody else, and nothing is sold that is not there.
 *
 * <p>Words: part (repuesto), accessory (accesorio), stock (existencias), movement (movimiento), reservation (apartado),
 * cost build-up (COGS+: costo, envío, operación y fondo de garantía).
 */
package com.servistech.erp.inventory;
