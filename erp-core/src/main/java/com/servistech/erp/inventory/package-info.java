/**
 * The parts that the chain sells, what each store has of them and what that is worth, and the ledger of everything that
 * came and went. What orders reserved is never sold to somebody else, nothing is sold that is not there, and the books
 * always hold what the shelves are worth (docs/decisions/stock-value.md).
 *
 * <p>Words: part (repuesto), accessory (accesorio), stock (existencias), movement (movimiento), receipt (entrada),
 * adjustment (ajuste), reservation (apartado), weighted average (costo promedio), cost build-up (COGS+: costo, envío,
 * operación y fondo de garantía), valuation (valoración de inventario), minimum (existencia mínima).
 */
package com.servistech.erp.inventory;
