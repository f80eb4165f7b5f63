/** As whom and where Zoho is called. */
@NullMarked
package dev.lockkeeper.adapter.zoho.account;

import org.jspecify.annotations.NullMarked;
