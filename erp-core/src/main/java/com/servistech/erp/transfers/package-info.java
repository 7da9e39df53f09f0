/**
 * Parts that go from one store of the chain to another. Each store has its own row of a transfer and never touches the
 * other's: what one side did is told to the other by the system, as often as it takes, and hearing it twice changes
 * nothing (docs/decisions/transfers.md). In between the goods are in transit, in the books of the store that sent them.
 *
 * <p>Words: transfer (traslado), to request (solicitar), to send (despachar), to receive (recibir), in transit (en
 * tránsito), loss (faltante), to call off (anular).
 */
package com.servistech.erp.transfers;
