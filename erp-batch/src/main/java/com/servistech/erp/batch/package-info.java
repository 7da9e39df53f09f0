/** Jobs on the server: the node of the cluster that this process is. */
package com.servistech.erp.batch;
