process.stdout.write('rollcall\n');
