package io.sreobservability.aspects.redaction;

/** What is taken out of a text. */
public enum Scope {
    /** Keys, passwords, tokens and card numbers: for identifiers, where an e-mail address may be a user's only name. */
    SECRETS,
    /** E-mail addresses, too: for everything else. */
    SECRETS_AND_ADDRESSES
}
