-- Every key between store tables has its index: what is looked up by the row that it points to, and what a change of that
-- row must check.
create index cash_transfers_account_id_key on cash_transfers (store_id, account_id);
create index spoiled_forms_document_id_key on spoiled_forms (store_id, document_id);
create index invoice_drafts_customer_id_key on invoice_drafts (store_id, customer_id);
create index invoice_drafts_order_id_key on invoice_drafts (store_id, order_id);
create index payments_customer_id_key on payments (store_id, customer_id);
create index payments_account_id_key on payments (store_id, account_id);
create index payment_decisions_entry_id_key on payment_decisions (store_id, entry_id);
create index payment_reversals_session_id_key on payment_reversals (store_id, session_id);
create index payment_reversals_entry_id_key on payment_reversals (store_id, entry_id);
create index deposit_applications_entry_id_key on deposit_applications (store_id, entry_id);
create index refunds_account_id_key on refunds (store_id, account_id);
create index refunds_customer_id_key on refunds (store_id, customer_id);
create index refund_decisions_entry_id_key on refund_decisions (store_id, entry_id);
