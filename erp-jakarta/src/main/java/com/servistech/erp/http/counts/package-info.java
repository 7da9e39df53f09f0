/** Counts of what is on the shelves over HTTP; the words are those of the core's feature of the same name. */
package com.servistech.erp.http.counts;
