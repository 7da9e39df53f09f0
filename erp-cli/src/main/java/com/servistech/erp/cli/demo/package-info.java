/** Demo data, made through the same acts as real data, under a clock that is set back. */
package com.servistech.erp.cli.demo;
