// SPDX-License-Identifier: GPL-3.0-or-later
//
// nodemailer's smtp-server on three free loopback ports, until standard input ends.
//
// The first line of standard input is JSON: key, cert (PEM), ca (PEMs that client certificates are
// checked by), users (name to password), tokens (name to access token), folder (where mails go).
// Prints a line of JSON: STARTTLS, SMTPS, MUTUAL (SMTPs, wants a client certificate): the ports.
// A mail is folder/N.eml, byte for byte, and beside it N.json: who, whom, and how.
'use strict';

const fs = require('fs');
const path = require('path');
const readline = require('readline');
const tls = require('tls');
const { createRequire } = require('module');

const { SMTPServer } = createRequire(path.join(process.argv[2], 'package.json'))('smtp-server');

let mails = 0;

function store(folder, stream, session, done) {
    const parts = [];
    stream.on('data', part => parts.push(part));
    stream.on('end', () => {
        const base = path.join(folder, String(++mails));
        fs.writeFileSync(base + '.json', JSON.stringify({
            user: session.user || '',
            from: session.envelope.mailFrom.address,
            to: session.envelope.rcptTo.map(recipient => recipient.address),
            tls: session.secure
        }));
        fs.writeFileSync(base + '.eml', Buffer.concat(parts));
        done(null, 'kept as ' + mails);
    });
}

function authenticate(config, auth, done) {
    let known = false;
    if (auth.method === 'XOAUTH2') {
        known = auth.accessToken === config.tokens[auth.username];
    } else if (auth.method === 'CRAM-MD5') {
        known = auth.validatePassword(config.users[auth.username] || '');
    } else {
        known = auth.password === config.users[auth.username];
    }
    const data = { status: '401', schemes: 'bearer', scope: 'mail', said: auth.accessToken };
    done(null, known ? { user: auth.username } : { data });
}

function smtpServer(config, extra) {
    const server = new SMTPServer({
        key: config.key,
        cert: config.cert,
        name: 'npm.example.test',
        logger: false,
        disableReverseLookup: true,
        hideENHANCEDSTATUSCODES: false,
        authMethods: ['PLAIN', 'LOGIN', 'CRAM-MD5', 'XOAUTH2'],
        ...extra,
        onAuth: (auth, session, done) => authenticate(config, auth, done),
        onRcptTo(address, session, done) {
            if (address.address.startsWith('nobody@')) {
                const error = new Error('5.1.1 nobody of this name here');
                error.responseCode = 550;
                return done(error);
            }
            done();
        },
        onData: (stream, session, done) => store(config.folder, stream, session, done)
    });
    server.on('error', error => console.error(error.message)); // a client that breaks off
    return server;
}

// smtp-server itself asks for no client certificate: Node's TLS server stands before this one.
function mutualServer(config) {
    const server = smtpServer(config, { secure: true, secured: true });
    return tls.createServer({
        key: config.key,
        cert: config.cert,
        ca: config.ca,
        requestCert: true,
        rejectUnauthorized: true
    }, socket => server.connect(socket, {}));
}

function portOf(server) {
    return new Promise(ready => {
        const listener = server.listen(0, '127.0.0.1', () => ready(listener.address().port));
    });
}

const input = readline.createInterface({ input: process.stdin });
input.once('line', async line => {
    const config = JSON.parse(line);
    console.log(JSON.stringify({
        STARTTLS: await portOf(smtpServer(config, {})),
        SMTPS: await portOf(smtpServer(config, { secure: true })),
        MUTUAL: await portOf(mutualServer(config))
    }));
});
input.on('close', () => process.exit(0));
