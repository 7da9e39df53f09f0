/**
 * What the ERP does by itself, at the right minute, once in the whole cluster, whatever happens to the process that does
 * it. The rows of this feature are the truth; whatever runs the work (a loop, Jakarta Batch) only executes it.
 *
 * <p>Words: job (tarea), schedule (horario), fire (disparo), run (corrida), part of a run (parte), lease (arriendo), node
 * (nodo), watchdog (vigilante), missed (perdida), overdue (atrasada).
 */
package com.servistech.erp.jobs;
