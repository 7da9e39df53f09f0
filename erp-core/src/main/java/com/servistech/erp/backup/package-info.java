/**
 * Backups that are proven and not hoped for: a dump and, when it is known to be whole, a signed manifest; restored into
 * a scratch database and compared before anybody calls it good; removed only while newer good ones exist.
 *
 * <p>The steps run outside of any transaction, for a dump takes minutes; {@link com.servistech.erp.backup.Backups}
 * writes down in short ones what became of them. What can be restored stands in the stores alone, so that a lost
 * database does not take the knowledge of its backups with it.
 *
 * <p>Words: backup (respaldo), store of backups (depósito), manifest (manifiesto), tier (nivel: diario, semanal,
 * mensual, manual), proof (comprobación), proven (comprobado), suspect (dudoso), pinned (fijado), retention
 * (retención), restore (restaurar), scratch database (base de prueba),
 * exposure (lo que se perdería), WAL archive (archivo de WAL).
 */
package com.servistech.erp.backup;
