/** Whether the time of a refusal tells what its words do not. */
package com.servistech.erp.bench.access;
