/** What the audit costs: the same work with its triggers on and off. Goals: bulk at most 3.5 times, a request 1.15 times. */
package com.servistech.erp.bench.audit;
