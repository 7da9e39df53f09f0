/** Counts (conteos) of what is on the shelves. */
package com.servistech.erp.sdk.counts;
