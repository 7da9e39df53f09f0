/** A real PostgreSQL and a real Redis on this computer, for developers and for tests: no container engine needed. */
package com.servistech.erp.local;
