/**
 * Jobs on the server: the node of the cluster that this process is, and the Jakarta Batch container that carries out what
 * the node takes.
 */
package com.servistech.erp.batch;
